import ApusRuntime

func names<Value: JSONEnumeration>(of _: Value.Type) -> [StaticString] { Value.rawValues }

func allNames() -> [StaticString] { names(of: Values.self) }
