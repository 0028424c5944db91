import ApusRuntime

func becameOptional(_ value: BecameOptional) -> String { value.a }
