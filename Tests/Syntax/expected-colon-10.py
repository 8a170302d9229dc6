try: pass
except A
