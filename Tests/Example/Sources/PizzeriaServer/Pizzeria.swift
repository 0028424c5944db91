import ApusRuntime
import Foundation
import PizzeriaAPI

extension Router {
  /// A router that serves all operations of the document.
  ///
  /// Whatever breaks a rule of the document, or comes without a token, is answered by the router
  /// itself: nothing below has to check anything again.
  ///
  /// - Parameter pace: How many seconds each step of an order takes.
  static func pizzeria(pace: TimeInterval) -> Router {
    let kitchen = Kitchen(pace: pace)
    var router = Router()
    router.serve(Counter())
    router.serve(authenticatedBy: Doorkeeper()) { customer in
      Waiter(customer: customer, kitchen: kitchen)
    }
    return router
  }
}

/// Knows whose tokens are whose.
struct Doorkeeper: Authenticator {
  private let customers = ["ada-1815": "Ada", "grace-1906": "Grace"]

  func principal(token: String) async throws -> String? { customers[token] }
}

/// Serves what everybody may see.
struct Counter: MenuAPI {
  func listMenu() async throws(ListMenu.Failure) -> [MenuEntry] {
    [
      MenuEntry(topping: .ham, price: 250),
      MenuEntry(topping: .mushrooms, price: 150),
      MenuEntry(topping: .olives, price: 100),
      MenuEntry(topping: .pineapple, price: 900),
    ]
  }
}

/// Serves one customer.
struct Waiter: OrdersAPI {
  let customer: String
  let kitchen: Kitchen

  func listOrders(
    state: [State]?, limit: Int32
  ) async throws(ListOrders.Failure) -> [Order] {
    let orders = kitchen.orders(of: customer).filter { state?.contains($0.state) ?? true }
    return Array(orders.prefix(Int(limit)))
  }

  func createOrder(_ body: NewOrder) async throws(CreateOrder.Failure) -> Order {
    kitchen.take(body, for: customer)
  }

  func getOrder(orderID: UUID) async throws(GetOrder.Failure) -> Order {
    guard let order = kitchen.order(orderID, of: customer) else { throw .notFound(.noSuchOrder) }
    return order
  }

  func cancelOrder(orderID: UUID) async throws(CancelOrder.Failure) {
    switch kitchen.cancel(orderID, of: customer) {
    case .cancelled: return
    case .unknown: throw .notFound(.noSuchOrder)
    case .tooLate: throw .conflict(Problem(error: "It is in the oven."))
    }
  }

  func followOrder(
    orderID: UUID
  ) async throws(FollowOrder.Failure) -> ValueStream<ServerSentEvent<StateChange>> {
    guard let states = kitchen.states(of: orderID, of: customer) else {
      throw .notFound(.noSuchOrder)
    }
    return ValueStream(states.map { ServerSentEvent(data: StateChange(state: $0)) })
  }
}

extension Problem {
  static let noSuchOrder = Problem(error: "You have no such order.")
}
