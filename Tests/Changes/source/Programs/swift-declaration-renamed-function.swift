import ApusRuntime

func renamed(_ api: some FieldsAPI) async throws { try await api.renamedOperation() }
