internal import StrataImport
internal import StrataStorage

/// Exit statuses, those of sysexits.h where it has one.
enum ExitStatus: Int32 {
    case done = 0
    case nothingFound = 1
    case usage = 64
    case badInput = 65
    case inputNotFound = 66
    case bug = 70
    case cannotCreate = 73
    case cannotWrite = 74
    case busy = 75
}

/// Why a command ends without having done what it was asked to.
struct CommandFailure: Error, CustomStringConvertible {
    var status: ExitStatus
    /// What, where, and how to mend it; empty when everything has been said.
    var description: String

    init(_ status: ExitStatus, _ description: String) {
        self.status = status
        self.description = description
    }

    /// Nothing was found: an answer, and no error.
    static let nothingFound = CommandFailure(.nothingFound, "")
}

extension StoreError {
    var status: ExitStatus {
        switch kind {
        case .notFound, .notReadable: .inputNotFound
        case .notADatabase, .newer: .badInput
        case .busy: .busy
        case .cannotCreate: .cannotCreate
        case .inputOutput: .cannotWrite
        }
    }
}

extension InputError {
    var status: ExitStatus {
        switch kind {
        case .notFound, .notReadable, .missingProgram: .inputNotFound
        case .unknownColumn: .usage
        case .notText, .empty, .noUsableColumn, .malformed, .tooLarge, .damaged: .badInput
        }
    }
}
