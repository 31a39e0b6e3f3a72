// A certificate of nobody's, for public.example, with its key; it says nothing and opens nothing outside of tests. Made by
// openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 36500 -subj /CN=public.example
//   -addext subjectAltName=DNS:public.example

export const TEST_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgLB3iHruOkP3h1MLk
7Y+k37H6hVxTKpTt7VCvqwW1J1+hRANCAASbegphgeH+N8oTjFTNetO/tGTGzs9a
aIkm79krIGPxb/xKZVMjsgYSbY+LVgqZ4EHkBCUuh27tcvBde3Y/OUPA
-----END PRIVATE KEY-----`;

export const TEST_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBpTCCAUqgAwIBAgIUIh9eeYOV8XvVI+STMrf/V2QevZcwCgYIKoZIzj0EAwIw
GTEXMBUGA1UEAwwOcHVibGljLmV4YW1wbGUwIBcNMjYxMTI4MTE0MTU4WhgPMjEy
NjExMDQxMTQxNThaMBkxFzAVBgNVBAMMDnB1YmxpYy5leGFtcGxlMFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAEm3oKYYHh/jfKE4xUzXrTv7Rkxs7PWmiJJu/ZKyBj
8W/8SmVTI7IGEm2Pi1YKmeBB5AQlLodu7XLwXXt2PzlDwKNuMGwwHQYDVR0OBBYE
FBTqR2mL4/3T6V1q+C1UxoEqmhCIMB8GA1UdIwQYMBaAFBTqR2mL4/3T6V1q+C1U
xoEqmhCIMA8GA1UdEwEB/wQFMAMBAf8wGQYDVR0RBBIwEIIOcHVibGljLmV4YW1w
bGUwCgYIKoZIzj0EAwIDSQAwRgIhAP2GT3QOoIm19JfGnPDcUWvN+IwZBe5CuZUx
Q0vdYtcWAiEAjuZ9flzG5X7MwkOQLTPgiO6KvApWmTzG7fherCsYxUQ=
-----END CERTIFICATE-----`;
