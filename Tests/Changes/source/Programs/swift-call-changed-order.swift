import ApusRuntime

func makeReordered() -> Reordered { Reordered(a: "", b: "") }
