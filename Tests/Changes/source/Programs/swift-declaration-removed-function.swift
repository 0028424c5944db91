import ApusRuntime

func removed(_ api: some FieldsAPI) async throws { try await api.removedOperation() }
