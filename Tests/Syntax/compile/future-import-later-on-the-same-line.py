from __future__ import annotations; import a; from __future__ import division
