import ApusRuntime
import Shop

var router = Router()
await router.serve(Orders())
let client = OrdersClient(Client(baseURL: "http://shop.test", transport: router))
print(try await client.getOrder(orderID: 1).status.rawValue)
do {
  print(try await client.getOrder(orderID: 2))
} catch .notFound(let problem) {
  print(problem.detail)
}
