package main

import (
	"net/http"
	"os"
	"strconv"

	"github.com/zeromicro/go-zero/core/logx"
	"github.com/zeromicro/go-zero/rest"
)

func main() {
	logx.Disable()
	port, _ := strconv.Atoi(os.Getenv("PORT"))
	var conf rest.RestConf
	conf.Host = "127.0.0.1"
	conf.Port = port
	conf.Mode = "test"
	conf.Middlewares.Recover = true
	option := rest.WithCors()
	if os.Getenv("INTENT") == "declared" {
		option = rest.WithCustomCors(func(header http.Header) {
			header.Set("Access-Control-Allow-Methods", "GET, PUT, DELETE")
			header.Set("Access-Control-Allow-Headers", "content-type, authorization")
			header.Set("Access-Control-Expose-Headers", "x-total-count")
			header.Set("Access-Control-Max-Age", "600")
		}, nil, "https://app.example.com", "https://admin.example.com")
	}
	server := rest.MustNewServer(conf, option)
	answer := func(name, value string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set(name, value)
			w.Write([]byte(`["carried out"]`))
		}
	}
	for _, method := range []string{http.MethodGet, http.MethodHead, http.MethodPut, http.MethodDelete} {
		server.AddRoute(rest.Route{Method: method, Path: "/items", Handler: answer("X-Total-Count", "5")})
	}
	server.AddRoute(rest.Route{Method: http.MethodGet, Path: "/vary", Handler: answer("Vary", "Accept-Language")})
	server.AddRoute(rest.Route{Method: http.MethodGet, Path: "/moved", Handler: func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/items", http.StatusFound)
	}})
	server.AddRoute(rest.Route{Method: http.MethodGet, Path: "/boom", Handler: func(w http.ResponseWriter, r *http.Request) {
		panic("uncaught")
	}})
	server.Start()
}
