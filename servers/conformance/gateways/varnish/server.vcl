vcl 4.1;

backend default {
    .host = "127.0.0.1";
    .port = "{backendPort}";
}

sub vcl_recv {
    unset req.http.X-Trusted;
    if (req.http.Origin ~ "^https://(app|admin)\.example\.com$") {
        set req.http.X-Trusted = req.http.Origin;
    }
    if (req.method == "OPTIONS") {
        return (synth(204));
    }
    return (pass);
}

sub cors {
    if (req.http.X-Trusted) {
        set resp.http.Access-Control-Allow-Origin = req.http.X-Trusted;
        set resp.http.Access-Control-Allow-Credentials = "true";
        set resp.http.Access-Control-Allow-Methods = "GET, PUT, DELETE";
        set resp.http.Access-Control-Allow-Headers = "content-type, authorization";
        set resp.http.Access-Control-Expose-Headers = "x-total-count";
        set resp.http.Access-Control-Max-Age = "600";
    }
    if (resp.http.Vary) {
        set resp.http.Vary = resp.http.Vary + ", Origin";
    } else {
        set resp.http.Vary = "Origin";
    }
}

sub vcl_deliver {
    call cors;
}

sub vcl_synth {
    call cors;
}
