import ApusRuntime

func makeGone() -> Gone { Gone(a: "") }
