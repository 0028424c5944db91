# Starts the server of the pizzeria, for scripts that source this.

# start_server SECONDS: starts $products/PizzeriaServer, which takes some seconds for each step of an
# order, at a free port, until the script ends. Sets `server` to its process, and `address`.
start_server() {
  logs=$(mktemp -d)
  "$products/PizzeriaServer" 0 "$1" >"$logs/address" &
  server=$!
  trap 'kill "$server" 2>/dev/null; rm -rf "$logs"' EXIT
  # It says where it is once it is there.
  until [[ -s $logs/address ]]; do
    kill -0 "$server"
    sleep 0.1
  done
  address=$(cat "$logs/address")
}
