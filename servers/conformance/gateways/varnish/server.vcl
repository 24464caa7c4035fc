vcl 4.1;

backend app {
    .host = "127.0.0.1";
    .port = "{backendPort}";
}

sub cors {
    if (resp.http.Vary) {
        set resp.http.Vary = resp.http.Vary + ", Origin";
    } else {
        set resp.http.Vary = "Origin";
    }
    if (req.http.Origin ~ "^https://(app|admin)\.example\.com$") {
        set resp.http.Access-Control-Allow-Origin = req.http.Origin;
        set resp.http.Access-Control-Allow-Credentials = "true";
        set resp.http.Access-Control-Expose-Headers = "x-total-count";
        if (req.method == "OPTIONS") {
            set resp.http.Access-Control-Allow-Methods = "GET, PUT, DELETE";
            set resp.http.Access-Control-Allow-Headers = "content-type, authorization";
            set resp.http.Access-Control-Max-Age = "600";
        }
    }
}

sub vcl_recv {
    if (req.method == "OPTIONS") {
        return (synth(204));
    }
}

sub vcl_deliver {
    call cors;
}

sub vcl_synth {
    call cors;
    if (resp.status == 204) {
        return (deliver);
    }
}
