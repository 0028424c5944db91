import AgentServerAPI
import ApusRuntime

import struct Foundation.UUID

@MainActor
struct StoreScenario {
  let client: Client
  let cases: Cases

  func run() async {
    let store = StoreClient(client)
    let namespace = ["users", UUID().uuidString]
    let path = namespace.joined(separator: ".")
    await cases.run("an item is put and got") {
      for (key, tea) in [("a", "green"), ("b", "black")] {
        try await store.putItem(
          StorePutRequest(namespace: namespace, key: key, value: ["tea": .string(tea)])
        )
      }
      let item = try await store.getItem(key: "a", namespace: path, refreshTTL: nil)
      try equal(item?.value, ["tea": "green"], "value")
      try equal(item?.namespace, namespace, "namespace")
    }
    await cases.run("items are found by their namespace, and by what is in them") {
      let all = StoreSearchRequest(namespacePrefix: .value(namespace))
      try equal(Set(await store.searchItems(all).items.map(\.key)), ["a", "b"], "keys")
      let black = StoreSearchRequest(
        namespacePrefix: .value(namespace), filter: .value(["tea": "black"])
      )
      try equal(await store.searchItems(black).items.map(\.key), ["b"], "keys of black ones")
    }
    await cases.run("namespaces are listed") {
      let found = try await store.listNamespaces(.init(prefix: namespace))
      try equal(found.namespaces, [namespace], "namespaces")
    }
    await cases.run("an item that was deleted is none") {
      try await store.deleteItem(StoreDeleteRequest(key: "a", namespace: namespace))
      let item = try await store.getItem(key: "a", namespace: path, refreshTTL: nil)
      try equal(item, nil, "item")
    }
  }
}
