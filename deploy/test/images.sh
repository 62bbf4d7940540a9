# shellcheck shell=bash
# Images of the test servers, made from Debian packages where no registry is needed for it. Sourced by `run`.
readonly RELEASE=bookworm IMAGE=vam-test/debian:bookworm PROBE_IMAGE=alpine:3.17 HUB_IMAGE=vam-test/hub:latest
readonly INSIDE=mosquitto,mosquitto-clients,influxdb,influxdb-client,iproute2
OUR_PROBE_IMAGE=

build_images() {
  export TESTCONTAINERS_RYUK_DISABLED=true # its image comes from a registry only; the tests close what they open
  if [ "$(packages_inside)" != $INSIDE ]; then
    if ! root || ! command -v debootstrap >/dev/null; then
      say "without debootstrap and root: container tests use official images, which the engine has to fetch"
      return
    fi
    import_image || return
  fi
  export VAM_TEST_IMAGE_MOSQUITTO=${VAM_TEST_IMAGE_MOSQUITTO:-$IMAGE}
  export VAM_TEST_IMAGE_INFLUXDB=${VAM_TEST_IMAGE_INFLUXDB:-$IMAGE}
  export VAM_TEST_IMAGE_BASE=${VAM_TEST_IMAGE_BASE:-$IMAGE} # what the hub's image is built on
  tag_probe_image
}

packages_inside() { docker image inspect --format '{{index .Config.Labels "vn.vam.packages"}}' $IMAGE 2>/dev/null; }

import_image() {
  local folder mirror
  mirror=$(debian_mirror)
  if [ -z "$mirror" ]; then
    say "apt names no mirror of Debian to build the image $IMAGE from: container tests are skipped"
    return 1
  fi
  say "building the image $IMAGE from Debian packages, half a minute…"
  folder=$(mktemp -d "$WORK/root.XXXXXX")
  bootstrap "$folder" "$mirror" && pack "$folder" | docker import \
    --change "LABEL vn.vam.packages=$INSIDE" --change 'CMD ["/bin/sh"]' --change 'EXPOSE 1883 8086' - $IMAGE >/dev/null
  local status=$?
  remove_folders
  return $status
}

debian_mirror() { # the one apt uses
  # shellcheck disable=SC2016 # apt-get fills these in
  apt-get indextargets --format '$(ORIGIN)|$(REPO_URI)' 'Created-By: Packages' 'Component: main' 2>/dev/null |
    sed -n 's/^Debian|//p' | head -n 1
}

bootstrap() {
  local log=$WORK/debootstrap.log
  debootstrap --variant=minbase --include=$INSIDE $RELEASE "$1" "$2" >"$log" 2>&1 && return
  tail -n 3 "$log" >&2
  say "debootstrap failed, see $log: container tests are skipped"
  return 1
}

pack() { # without what no server reads
  tar -C "$1" --one-file-system --exclude='./dev/*' --exclude='./proc/*' --exclude='./sys/*' --exclude='./var/cache/apt/*' \
    --exclude='./var/lib/apt/lists/*' --exclude='./usr/share/doc/*' --exclude='./usr/share/locale/*' -c .
}

remove_folders() { # also those of a run that was broken off
  local folder
  for folder in "$WORK"/root.*; do
    [ ! -d "$folder" ] || remove "$folder"
  done
}

remove() {
  local inside
  for inside in proc sys; do
    ! mountpoint -q "$1/$inside" || umount "$1/$inside"
  done
  rm -rf --one-file-system "$1"
}

# Testcontainers may look at the machine with this image; ours answers as well, and gives the name back afterwards.
tag_probe_image() {
  docker image inspect $PROBE_IMAGE >/dev/null 2>&1 || { docker tag $IMAGE $PROBE_IMAGE && OUR_PROBE_IMAGE=yes; }
}

# What the tests of the installation built: each run's own, on top of the image that stays.
remove_hub_image() { ! docker image inspect $HUB_IMAGE >/dev/null 2>&1 || docker rmi $HUB_IMAGE >/dev/null 2>&1; }

untag_probe_image() { [ -z "$OUR_PROBE_IMAGE" ] || docker rmi $PROBE_IMAGE >/dev/null 2>&1; }
