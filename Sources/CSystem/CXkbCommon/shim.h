#pragma once

#include <xkbcommon/xkbcommon-names.h>
#include <xkbcommon/xkbcommon.h>
