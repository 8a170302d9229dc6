try:
 pass
except A:
