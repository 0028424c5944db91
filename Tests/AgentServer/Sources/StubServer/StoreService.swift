import AgentServerAPI
import ApusRuntime

import struct Foundation.Date

/// Items in memory.
actor StoreService: StoreAPI {
  private var items: [Item] = []

  func putItem(_ body: StorePutRequest) async throws(PutItem.Failure) {
    let former = remove(body.key, body.namespace)
    items.append(
      Item(
        namespace: body.namespace, key: body.key, value: body.value,
        createdAt: former?.createdAt ?? Date(), updatedAt: Date()
      )
    )
  }

  func deleteItem(_ body: StoreDeleteRequest) async throws(DeleteItem.Failure) {
    remove(body.key, body.namespace ?? [])
  }

  func getItem(
    key: String, namespace: String?, refreshTTL: Bool?
  ) async throws(GetItem.Failure) -> Item? {
    let parts = (namespace ?? "").split(separator: ".").map(String.init)
    return items.first { $0.key == key && $0.namespace == parts }
  }

  func searchItems(
    _ body: StoreSearchRequest
  ) async throws(SearchItems.Failure) -> SearchItemsResponse {
    let prefix = body.namespacePrefix?.value ?? []
    let found = items.filter { item in
      item.namespace.starts(with: prefix) && item.value.contains(body.filter?.value)
    }
    return SearchItemsResponse(items: found.page(body.offset, body.limit))
  }

  func listNamespaces(
    _ body: StoreListNamespacesRequest
  ) async throws(ListNamespaces.Failure) -> ListNamespaceResponse {
    let all = Set(items.map(\.namespace)).filter { namespace in
      namespace.starts(with: body.prefix ?? [])
        && namespace.reversed().starts(with: (body.suffix ?? []).reversed())
    }
    let sorted = all.sorted { $0.lexicographicallyPrecedes($1) }
    return ListNamespaceResponse(namespaces: sorted.page(body.offset, body.limit))
  }

  @discardableResult
  private func remove(_ key: String, _ namespace: [String]) -> Item? {
    let index = items.firstIndex { $0.key == key && $0.namespace == namespace }
    return index.map { items.remove(at: $0) }
  }
}
