import ApusRuntime

func makeDeprecating() -> Deprecating { Deprecating(a: "") }
