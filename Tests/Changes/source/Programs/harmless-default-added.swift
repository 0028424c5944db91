import ApusRuntime

func makeDefault() -> NewDefault { NewDefault(a: "") }
