internal import ArgumentParser
internal import StrataModel
internal import StrataQuery
internal import StrataStorage
