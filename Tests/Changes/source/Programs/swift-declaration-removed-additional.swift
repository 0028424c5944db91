import ApusRuntime

func additional(_ value: Closed) -> [String: JSON] { value.additionalProperties }
