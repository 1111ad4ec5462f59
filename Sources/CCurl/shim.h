#pragma once
/* The type checks of <curl/curl.h> are gcc's; the clang importer has none of them. */
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

/* Swift cannot call C's varargs: one function for each kind of value. */
static inline CURLcode ccurl_set_long(CURL *h, CURLoption o, long v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode ccurl_set_string(CURL *h, CURLoption o, const char *v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode ccurl_set_pointer(CURL *h, CURLoption o, void *v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode ccurl_set_lines(CURL *h, CURLoption o, struct curl_slist *v) {
    return curl_easy_setopt(h, o, v);
}
static inline CURLcode ccurl_set_write(CURL *h, CURLoption o, curl_write_callback f, void *user) {
    curl_easy_setopt(h, o == CURLOPT_HEADERFUNCTION ? CURLOPT_HEADERDATA : CURLOPT_WRITEDATA, user);
    return curl_easy_setopt(h, o, f);
}
static inline CURLcode ccurl_set_open_socket(CURL *h, curl_opensocket_callback f, void *user) {
    curl_easy_setopt(h, CURLOPT_OPENSOCKETDATA, user);
    return curl_easy_setopt(h, CURLOPT_OPENSOCKETFUNCTION, f);
}
static inline CURLcode ccurl_set_prerequest(CURL *h, curl_prereq_callback f, void *user) {
    curl_easy_setopt(h, CURLOPT_PREREQDATA, user);
    return curl_easy_setopt(h, CURLOPT_PREREQFUNCTION, f);
}
static inline CURLMcode ccurl_multi_set_long(CURLM *m, CURLMoption o, long v) { return curl_multi_setopt(m, o, v); }

static inline CURLcode ccurl_get_long(CURL *h, CURLINFO i, long *v) { return curl_easy_getinfo(h, i, v); }
static inline CURLcode ccurl_get_offset(CURL *h, CURLINFO i, curl_off_t *v) { return curl_easy_getinfo(h, i, v); }
static inline CURLcode ccurl_get_pointer(CURL *h, CURLINFO i, void **v) { return curl_easy_getinfo(h, i, v); }

/* A member of an anonymous union. */
static inline CURLcode ccurl_message_result(const CURLMsg *m) { return m->data.result; }
/* A macro of two flags. */
static inline CURLcode ccurl_global_start(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }
