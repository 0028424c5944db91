import ApusRuntime

func makeOptional() -> NewOptional { NewOptional(a: "") }
