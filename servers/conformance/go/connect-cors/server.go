package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"connectrpc.com/connect"
	connectcors "connectrpc.com/cors"
	"github.com/rs/cors"
	"google.golang.org/protobuf/types/known/emptypb"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

func main() {
	items := connect.NewUnaryHandler(
		"/api.Items/List",
		func(_ context.Context, _ *connect.Request[emptypb.Empty]) (*connect.Response[wrapperspb.StringValue], error) {
			answer := connect.NewResponse(wrapperspb.String("carried out"))
			answer.Header().Set("X-Total-Count", "5")
			return answer, nil
		},
		connect.WithIdempotency(connect.IdempotencyNoSideEffects),
	)
	mux := http.NewServeMux()
	mux.Handle("/api.Items/List", items)
	middleware := cors.New(cors.Options{
		AllowedOrigins:   []string{"https://app.example.com", "https://admin.example.com"},
		AllowedMethods:   connectcors.AllowedMethods(),
		AllowedHeaders:   append(connectcors.AllowedHeaders(), "authorization"),
		ExposedHeaders:   append(connectcors.ExposedHeaders(), "x-total-count"),
		AllowCredentials: true,
		MaxAge:           600,
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), middleware.Handler(mux)))
}
