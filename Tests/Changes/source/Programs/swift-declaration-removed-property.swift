import ApusRuntime

func lostProperty(_ value: LostProperty) -> String? { value.b }
