import ApusRuntime

func call(_ api: some ChangingAPI) async throws { try await api.optionalParameter() }
