package main

import (
	_ "github.com/gin-contrib/cors"
	_ "github.com/gin-gonic/gin"
)

func main() {}
