import ApusCore
import Testing

@Suite("A text that is no pattern")
struct PatternErrorTests {
  @Test(
    "is refused at its place",
    arguments: [
      ("a)", 1, "this parenthesis closes no group"),
      ("(a", 0, "the group is not closed"),
      ("x(?:a|b", 1, "the group is not closed"),
      ("(?", 0, "ECMA-262 knows no group of this kind"),
      (
        "(?P<n>a)", 0, "ECMA-262 knows no such group: one with a name is written '(?<name>…)'"
      ),
      ("(?i)a", 0, "flags are not supported: spell out in classes what they mean"),
      ("(?>a)", 0, "ECMA-262 knows no group of this kind"),
      ("(?<a", 0, "the group's name is no identifier in angle brackets"),
      ("(?<1>a)", 0, "the group's name is no identifier in angle brackets"),
      ("(?<a>.)(?<a>.)", 7, "another group has the name 'a'"),
      ("a[b", 1, "the class is not closed"),
      ("[a\\]", 0, "the class is not closed"),
      ("[b-a]", 1, "the range's first character is above its last"),
      ("*a", 0, "there is nothing for '*' to repeat"),
      ("a|+", 2, "there is nothing for '+' to repeat"),
      ("a**", 2, "there is nothing for '*' to repeat"),
      ("a{2}{3}", 4, "there is nothing for the braces to repeat"),
      ("a{3,2}", 1, "the least number of times is above the greatest"),
      ("^*", 1, "a condition on the place can't be repeated"),
      ("(?<=a)*", 6, "a lookbehind can't be repeated"),
      ("\\", 0, "nothing follows the backslash"),
      ("[\\", 1, "nothing follows the backslash"),
      ("a\\Z", 1, "ECMA-262 knows no escape '\\Z': the end of the text is '$'"),
      ("\\a", 0, "ECMA-262 knows no escape '\\a': the bell is '\\x07'"),
      ("[\\1]", 1, "ECMA-262 knows no escape '\\1'"),
      ("(a)\\2", 3, "there is no group that the reference could mean"),
      ("\\99999999999999999999", 0, "there is no group that the reference could mean"),
      ("\\01", 0, "ECMA-262 knows no octal escapes: write '\\x' and two digits"),
      ("\\k<a>", 0, "there is no group of the name 'a'"),
      ("\\k", 0, "a group's name in angle brackets must follow '\\k'"),
      ("\\c1", 0, "a letter from A to Z must follow '\\c'"),
      ("\\x4", 0, "2 hexadecimal digits must follow '\\x'"),
      ("\\u123", 0, "4 hexadecimal digits must follow '\\u'"),
      ("\\u{110000}", 0, "a code point up to 10FFFF and a brace must follow '\\u{'"),
      ("\\u{}", 0, "a code point up to 10FFFF and a brace must follow '\\u{'"),
      ("\\p", 0, "a property's name in braces must follow '\\p'"),
      ("\\pL", 0, "a property's name in braces must follow '\\p'"),
      ("\\p{letter}", 0, "the property 'letter' is unknown or not supported"),
      (
        "\\p{Script=Greek}", 0,
        "the property 'Script=Greek' is not supported: name the script's characters as ranges"
      ),
      (
        "((a{100}b){100}){100}", 0,
        "the pattern is too large: its repetitions come to over 10000 parts"
      ),
      (
        "(ab){99999999999999999999}", 0,
        "the pattern is too large: its repetitions come to over 10000 parts"
      ),
    ])
  func refused(_ text: String, _ offset: Int, _ message: String) {
    let error = #expect(throws: PatternError.self) { try Pattern(text) }
    #expect(error?.offset == offset)
    #expect(error?.message == message)
  }

  @Test("is refused if groups are nested too deeply", arguments: ["(", "(?:", "(?=", "(a|"])
  func deep(_ opening: String) {
    let text =
      String(repeating: opening, count: 100_000) + String(repeating: ")", count: 100_000)
    let error = #expect(throws: PatternError.self) { try Pattern(text) }
    #expect(error?.message == "groups are nested more than 100 deep")
  }
}
