import ApusRuntime
import Foundation
import PizzeriaAPI

/// `PizzeriaClient [URL]`: orders a pizza and waits for it.
@main
struct PizzeriaClient {
  static func main() async throws {
    let client = Client(
      baseURL: CommandLine.arguments.dropFirst().first ?? Servers.local,
      transport: URLSessionTransport(),
      credentials: Credentials(token: "ada-1815")
    )
    print("There is:")
    for entry in try await MenuClient(client).listMenu() {
      print("  \(entry.topping.rawValue), \(entry.price) cents")
    }

    let orders = OrdersClient(client)
    let order = try await orders.createOrder(
      NewOrder(items: [
        .pizza(Pizza(size: .large, toppings: [.ham, .olives])),
        .drink(Drink(name: "Water", liters: 0.5)),
      ])
    )
    print("Order \(order.id) is:")
    for try await event in try await orders.followOrder(orderID: order.id) {
      print("  \(event.data.state.rawValue)")
    }
    await cancel(order, orders)
    print("Ready: \(try await orders.listOrders(state: [.ready], limit: 10).count)")
  }

  /// Every failure that the document describes is a case of its own.
  private static func cancel(_ order: Order, _ orders: OrdersClient) async {
    do {
      try await orders.cancelOrder(orderID: order.id)
      print("It is cancelled.")
    } catch .conflict(let problem), .notFound(let problem) {
      print("It can't be cancelled: \(problem.error)")
    } catch {
      print("It can't be cancelled: \(error)")
    }
  }
}
