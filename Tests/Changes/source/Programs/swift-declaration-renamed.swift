import ApusRuntime

func makeOldName() -> OldName { OldName(a: "") }
