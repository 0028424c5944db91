/// Comparisons that take as long whatever they find, so that their time tells nothing of a secret.
public enum ConstantTime {
  /// Whether the texts are the same, byte by byte. The time depends on the length of the first one
  /// alone: give the text that a peer sent.
  public static func areEqual(_ sent: String, _ secret: String) -> Bool {
    let secret = Array(secret.utf8)
    var difference: UInt8 = sent.utf8.count == secret.count ? 0 : 1
    for (index, byte) in sent.utf8.enumerated() {
      difference |= byte ^ (index < secret.count ? secret[index] : 0)
    }
    return difference == 0
  }
}
