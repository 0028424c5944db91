# Builds the pizzeria and starts its server, for scripts that source this.
#
# BUILD is the folder of the build, which packages can share.

# build: builds everything, and sets `products`, the folder with the programs.
build() {
  local command=(swift build --scratch-path "${BUILD:-.build}")
  "${command[@]}"
  products=$("${command[@]}" --show-bin-path)
}

# start_server SECONDS: starts the server, which takes some seconds for each step of an order, at a
# free port, until the script ends. Sets `server` to its process, and `address`.
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
