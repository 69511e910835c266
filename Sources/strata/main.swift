import StrataCLI

StrataCommandLine.main()
