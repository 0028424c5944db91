import ApusRuntime

func makeAlias() -> OtherAlias { ["a"] }
