import ApusRuntime

func result(_ api: some FieldsAPI) async throws -> String { try await api.otherResult() }
