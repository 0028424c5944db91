import ApusRuntime

func makeRequired() -> NewRequired { NewRequired(a: "") }
