/// Where a file is: a path with `/` between its names, or the URI of a remote document.
public enum FileAddress {
  /// Whether an address is an absolute URI. One letter before a colon is a drive.
  public static func isRemote(_ address: String) -> Bool {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = address.utf8[..<colon]
    return scheme.count > 1 && scheme.allSatisfy(isSchemeCharacter)
  }

  /// The address that a reference without a fragment means in what has the address `base` (RFC
  /// 3986, section 5.2). Names such as `..` are taken away without asking what is on disk.
  static func resolved(_ reference: String, in base: String) -> String {
    if reference.isEmpty { return base }
    if isRemote(reference) { return normalised(reference) }
    guard isRemote(base) else {
      if reference.hasPrefix("/") { return normalised(reference) }
      return normalised(folder(of: base) + reference)
    }
    if reference.hasPrefix("//") { return normalised(scheme(of: base) + ":" + reference) }
    let root = authority(of: base)
    if reference.hasPrefix("/") { return normalised(root + reference) }
    let path = base.dropFirst(root.count).prefix { $0 != "?" }
    if reference.hasPrefix("?") { return root + path + reference }
    let folder = folder(of: String(path))
    let isBelowAuthority = folder.isEmpty && root.contains("//")
    return normalised(root + (isBelowAuthority ? "/" : "") + folder + reference)
  }

  /// The address as it is written in a file at another one: what is generated from documents must
  /// not tell where on disk they lie.
  static func relative(_ address: String, to base: String) -> String {
    let isComparable =
      !isRemote(address) && !isRemote(base) && address.hasPrefix("/") == base.hasPrefix("/")
    let whole = address.hasPrefix("/") ? "file://" + address : address
    guard isComparable else { return whole }
    let names = address.split(separator: "/")
    let folders = normalised(base).split(separator: "/").dropLast()
    let shared = zip(names.dropLast(), folders).prefix { $0 == $1 }.count
    let left = folders.dropFirst(shared)
    guard !left.contains("..") else { return whole }
    let steps = left.map { _ in ".."[...] } + names.dropFirst(shared)
    return steps.joined(separator: "/")
  }

  /// An address without `.` and, where a name stands before them, `..`; a path of a file also
  /// without empty names.
  static func normalised(_ address: String) -> String {
    isRemote(address) ? normalisedURI(address) : normalisedPath(address)
  }

  private static func normalisedPath(_ path: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    var names: [Substring] = []
    for name in path.split(separator: "/") where name != "." {
      guard name == ".." else {
        names.append(name)
        continue
      }
      if let last = names.last, last != ".." {
        names.removeLast()
      } else if !isAbsolute {
        names.append(name)
      }
    }
    // As a base, a folder is another address than a file.
    let end = path.hasSuffix("/") && !names.isEmpty ? "/" : ""
    return (isAbsolute ? "/" : "") + names.joined(separator: "/") + end
  }

  /// A URI without the names that lead nowhere (RFC 3986, section 5.2.4).
  private static func normalisedURI(_ address: String) -> String {
    let root = authority(of: address)
    let path = address.dropFirst(root.count).prefix { $0 != "?" }
    let query = address.dropFirst(root.count + path.count)
    guard path.contains("/") else { return root + path + query }
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    let isAbsolute = path.hasPrefix("/")
    var kept: [Substring] = []
    for name in names.dropFirst(isAbsolute ? 1 : 0) {
      switch name {
      case ".": continue
      case "..": _ = kept.popLast()
      default: kept.append(name)
      }
    }
    let endsWithFolder = names.last == "." || names.last == ".."
    if endsWithFolder, !kept.isEmpty { kept.append("") }
    return root + (isAbsolute ? "/" : "") + kept.joined(separator: "/") + query
  }

  /// What stands before an address's last name, with the slash.
  private static func folder(of address: String) -> String {
    guard let slash = address.lastIndex(of: "/") else { return "" }
    return String(address[...slash])
  }

  private static func scheme(of address: String) -> String {
    String(address.prefix { $0 != ":" })
  }

  /// What stands before a URI's path.
  private static func authority(of address: String) -> String {
    let scheme = scheme(of: address) + ":"
    let rest = address.dropFirst(scheme.count)
    guard rest.hasPrefix("//") else { return scheme }
    return scheme + "//" + rest.dropFirst(2).prefix { $0 != "/" && $0 != "?" }
  }

  private static func isSchemeCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }
}
