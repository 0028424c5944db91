import ApusRuntime

/// The orders that this shop knows.
public struct Orders: OrdersAPI {
  public nonisolated init() {}

  public func getOrder(orderID: Int64) async throws(GetOrder.Failure) -> Order {
    guard orderID == 1 else { throw .notFound(Problem(detail: "There is no order \(orderID).")) }
    return Order(id: orderID, status: .packed)
  }
}
