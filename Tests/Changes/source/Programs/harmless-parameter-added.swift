import ApusRuntime

func call(_ client: ChangingClient) async throws { try await client.optionalParameter() }
