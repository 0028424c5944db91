import ApusRuntime
import CancelRunsAPI

/// Prints what a request costs in the process, by the number of operations that there are. It should depend
/// on nothing but the request.
@main
struct RoutingBenchmark {
  /// Requests, each by what it is for.
  private static func requests(among count: Int) -> [(name: String, request: Request, status: Int)]
  {
    let last = count / 5 - 1
    return [
      ("first literal", Request(.get, "/area0/items"), 204),
      ("last literal", Request(.get, "/area\(last)/items"), 204),
      ("part of segment", Request(.get, "/area\(last)/items/5f3a.json"), 204),
      ("two variables", Request(.get, "/area\(last)/items/5f3a/parts/7"), 204),
      ("variable first", Request(.get, "/5f3a/area\(last)"), 204),
      ("no such path", Request(.get, "/area\(last)/things/5f3a"), 404),
      ("no such method", Request(.put, "/area\(last)/items"), 405),
    ]
  }

  /// A router with as many operations, on paths that begin alike and differently.
  private static func router(of count: Int) -> Router {
    var router = Router()
    for number in 0..<count / 5 {
      let paths: [(HTTPMethod, String)] = [
        (.get, "/area\(number)/items"),
        (.post, "/area\(number)/items"),
        (.get, "/area\(number)/items/{item}.json"),
        (.get, "/area\(number)/items/{item}/parts/{part}"),
        (.get, "/{owner}/area\(number)"),
      ]
      for (method, path) in paths {
        router.on(method, path) {
          (_: inout RequestReader<CancelRunsPost.Failure>) throws(CancelRunsPost.Failure) in
          Response(204)
        }
      }
    }
    return router
  }

  /// The nanoseconds that a request takes: the least of several rounds.
  private static func time(_ request: Request, _ router: Router, status: Int) async -> Int {
    let rounds = 20_000
    var best = Duration.seconds(3600)
    for _ in 0..<7 {
      let took = await ContinuousClock().measure {
        for _ in 0..<rounds {
          let response = await router.respond(to: request)
          precondition(response.status == status, "\(request.path): \(response)")
        }
      }
      best = min(best, took)
    }
    return Int(best / .nanoseconds(1)) / rounds
  }

  static func main() async {
    let counts = [10, 100, 1000]
    var times: [String: [Int]] = [:]
    var names: [String] = []
    for count in counts {
      let router = router(of: count)
      for (name, request, status) in requests(among: count) {
        if times[name] == nil { names.append(name) }
        times[name, default: []].append(await time(request, router, status: status))
      }
    }
    print(row("ns a request", counts.map { "\($0) operations" }))
    for name in names { print(row(name, (times[name] ?? []).map(String.init))) }
  }

  private static func row(_ name: String, _ cells: [String]) -> String {
    func padded(_ text: String) -> String {
      String(repeating: " ", count: max(0, 16 - text.count)) + text
    }
    return padded(name) + cells.map(padded).joined()
  }
}
