import AgentServerAPI
import ApusRuntime

import struct Foundation.UUID

/// There is one assistant, which nobody can change.
struct AssistantService: AssistantsAPI {
  func searchAssistants(
    _ body: AssistantSearchRequest
  ) async throws(SearchAssistants.Failure) -> [Assistant] {
    [Agent.assistant].filter { body.graphID == nil || $0.graphID == body.graphID }
  }

  func countAssistants(
    _ body: AssistantCountRequest
  ) async throws(CountAssistants.Failure) -> Int {
    [Agent.assistant].count { body.graphID == nil || $0.graphID == body.graphID }
  }

  func getAssistant(assistantID: UUID) async throws(GetAssistant.Failure) -> Assistant {
    guard assistantID == Agent.assistant.assistantID else {
      throw .notFound(ErrorResponse(detail: "Assistant not found"))
    }
    return Agent.assistant
  }

  func getAssistantSchemas(
    assistantID: UUID
  ) async throws(GetAssistantSchemas.Failure) -> GraphSchema {
    GraphSchema(graphID: Agent.assistant.graphID, stateSchema: ["type": "object"])
  }
}

/// What the scenario has no use for.
extension AssistantService {
  func postAssistants(
    _ body: AssistantCreate
  ) async throws(PostAssistants.Failure) -> Assistant {
    throw .undocumented(.notImplemented)
  }

  func deleteAssistantsAssistantID(
    assistantID: UUID, deleteThreads: Bool
  ) async throws(DeleteAssistantsAssistantID.Failure) -> JSON {
    throw .undocumented(.notImplemented)
  }

  func patchAssistantsAssistantID(
    _ body: AssistantPatch, assistantID: UUID
  ) async throws(PatchAssistantsAssistantID.Failure) -> Assistant {
    throw .undocumented(.notImplemented)
  }

  func getAssistantsAssistantIDGraph(
    assistantID: GetAssistantsAssistantIDGraph.AssistantID,
    xray: GetAssistantsAssistantIDGraph.Xray
  ) async throws(GetAssistantsAssistantIDGraph.Failure) -> [String: [[String: JSON]]] {
    throw .undocumented(.notImplemented)
  }

  func getAssistantsAssistantIDSubgraphs(
    assistantID: UUID, recurse: Bool
  ) async throws(GetAssistantsAssistantIDSubgraphs.Failure) -> Subgraphs {
    throw .undocumented(.notImplemented)
  }

  func getAssistantsAssistantIDSubgraphsNamespace(
    assistantID: UUID, namespace: String, recurse: Bool
  ) async throws(GetAssistantsAssistantIDSubgraphsNamespace.Failure) -> Subgraphs {
    throw .undocumented(.notImplemented)
  }

  func postAssistantsAssistantIDVersions(
    assistantID: UUID
  ) async throws(PostAssistantsAssistantIDVersions.Failure) -> [Assistant] {
    throw .undocumented(.notImplemented)
  }

  func postAssistantsAssistantIDLatest(
    assistantID: UUID, version: Int
  ) async throws(PostAssistantsAssistantIDLatest.Failure) -> Assistant {
    throw .undocumented(.notImplemented)
  }
}
