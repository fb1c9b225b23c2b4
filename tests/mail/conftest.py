"""Property tests here run on machines that are busy with other tests: no example fails for being slow."""

from hypothesis import HealthCheck, settings

settings.register_profile("mail", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("mail")
