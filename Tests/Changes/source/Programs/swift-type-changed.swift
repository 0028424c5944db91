import ApusRuntime

func otherType(_ value: OtherType) -> String? { value.a }
