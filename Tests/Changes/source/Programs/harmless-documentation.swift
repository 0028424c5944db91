import ApusRuntime

func documented(_ api: some FieldsAPI) async throws { try await api.onlyDocumented() }
