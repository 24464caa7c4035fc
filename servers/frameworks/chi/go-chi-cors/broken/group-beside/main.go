package main

import (
	"fmt"
	"log"
	"net"
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

func main() {
	router := chi.NewRouter()
	router.Use(middleware.Recoverer)
	addRoutes(router)
	router.Group(func(inner chi.Router) { inner.Use(allowOrigins) })
	listen(router)
}

func addRoutes(router chi.Router) {
	items := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("X-Total-Count", "2")
		fmt.Fprint(w, `[{"id":1},{"id":2}]`)
	}
	router.Get("/items", items)
	router.Head("/items", items)
	item := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprint(w, `{"id":1}`)
	}
	router.Put("/items/1", item)
	router.Delete("/items/1", item)
	router.Get("/boom", func(http.ResponseWriter, *http.Request) { panic("an uncaught exception") })
}

func listen(handler http.Handler) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("listening on port %d\n", listener.Addr().(*net.TCPAddr).Port)
	log.Fatal(http.Serve(listener, handler))
}
