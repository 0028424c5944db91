import ApusRuntime

func makeStruct() -> BecameUnion { BecameUnion(a: "") }
