import ApusRuntime
import Several
import Shop

@main
enum Demo {
  static func main() async throws {
    var router = Router()
    router.serve(Orders())
    let orders = OrdersClient(Client(baseURL: "http://shop.test", transport: router))
    print(try await orders.getOrder(orderID: 1).status.rawValue)
    do {
      print(try await orders.getOrder(orderID: 2))
    } catch .notFound(let problem) {
      print(problem.detail)
    }
    print(lives(dog: Dogs.Pet(name: "Rex")))
  }
}
