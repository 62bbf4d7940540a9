# Surefire's reports of all modules -> the slowest test classes, the skipped tests, and Surefire's own last line.

function attribute(name,   start, rest) {
  start = index($0, " " name "=\"")
  if (!start) return ""
  rest = substr($0, start + length(name) + 3)
  return plain(substr(rest, 1, index(rest, "\"") - 1))
}

function plain(text) {
  gsub(/&#10;/, " ", text); gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text)
  gsub(/&quot;/, "\"", text); gsub(/&apos;/, "'", text); gsub(/&amp;/, "\\&", text)
  return text
}

/^<testsuite / {
  run += attribute("tests"); failures += attribute("failures")
  errors += attribute("errors"); skipped += attribute("skipped")
  seconds = attribute("time"); gsub(/,/, "", seconds)
  time[attribute("name")] += seconds
}

/<testcase / { test = attribute("classname") "." attribute("name") }

/<skipped/ { reasons = reasons sprintf("  %s: %s\n", test, attribute("message")) }

END {
  for (n = 1; n <= 10; n++) {
    slowest = ""
    for (suite in time) if (slowest == "" || time[suite] > time[slowest]) slowest = suite
    if (slowest == "") break
    if (n == 1) print "Slowest test classes:"
    printf "%10.3f s  %s\n", time[slowest], slowest
    delete time[slowest]
  }
  if (reasons != "") printf "Skipped tests:\n%s", reasons
  printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", run, failures, errors, skipped
}
