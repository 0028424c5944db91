import Foundation
import PizzeriaAPI
import Synchronization

/// The orders of all customers, in memory. It takes a while until one is baking, and as long again
/// until it is ready.
final class Kitchen: Sendable {
  enum Cancellation {
    case cancelled, unknown, tooLate
  }

  private struct Ticket {
    let customer: String
    let order: Order
  }

  private let pace: TimeInterval
  private let tickets = Mutex<[Ticket]>([])

  init(pace: TimeInterval) {
    self.pace = pace
  }

  /// The orders of a customer, the last one first.
  func orders(of customer: String) -> [Order] {
    tickets.withLock { tickets in
      tickets.reversed().filter { $0.customer == customer }.map { current($0.order) }
    }
  }

  func order(_ id: UUID, of customer: String) -> Order? {
    orders(of: customer).first { $0.id == id }
  }

  func take(_ new: NewOrder, for customer: String) -> Order {
    let order = Order(
      id: UUID(), items: new.items, state: .ordered, createdAt: Date(), note: new.note
    )
    tickets.withLock { $0.append(Ticket(customer: customer, order: order)) }
    return order
  }

  func cancel(_ id: UUID, of customer: String) -> Cancellation {
    tickets.withLock { tickets in
      let index = tickets.firstIndex { $0.customer == customer && $0.order.id == id }
      guard let index else { return .unknown }
      guard current(tickets[index].order).state == .ordered else { return .tooLate }
      tickets.remove(at: index)
      return .cancelled
    }
  }

  /// The states of an order, each when it gets there.
  func states(of id: UUID, of customer: String) -> AsyncStream<State>? {
    guard let order = order(id, of: customer) else { return nil }
    return AsyncStream { continuation in
      let following = Task {
        for (steps, state) in [State.ordered, .baking, .ready].enumerated() {
          let wait = order.createdAt.addingTimeInterval(Double(steps) * pace).timeIntervalSinceNow
          if wait > 0 { try await Task.sleep(for: .seconds(wait)) }
          continuation.yield(state)
        }
        continuation.finish()
      }
      // Whoever follows may leave before the end.
      continuation.onTermination = { _ in following.cancel() }
    }
  }

  private func current(_ order: Order) -> Order {
    var order = order
    let steps = pace > 0 ? -order.createdAt.timeIntervalSinceNow / pace : 2
    order.state = steps < 1 ? .ordered : steps < 2 ? .baking : .ready
    return order
  }
}
