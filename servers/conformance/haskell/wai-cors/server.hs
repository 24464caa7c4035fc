{-# LANGUAGE OverloadedStrings #-}
import Control.Exception (throwIO, ErrorCall (..))
import Data.String (fromString)
import Network.HTTP.Types
import Network.Wai
import Network.Wai.Handler.Warp
import Network.Wai.Middleware.Cors
import System.Environment (getEnv)

declared :: CorsResourcePolicy
declared = simpleCorsResourcePolicy
  { corsOrigins = Just (["https://app.example.com", "https://admin.example.com"], True)
  , corsMethods = ["GET", "PUT", "DELETE"]
  , corsRequestHeaders = ["content-type", "authorization"]
  , corsExposedHeaders = Just ["x-total-count"]
  , corsMaxAge = Just 600
  , corsVaryOrigin = True
  }

api :: Application
api request respond = case (rawPathInfo request, requestMethod request) of
  ("/items", method)
    | method `elem` ["GET", "HEAD", "PUT", "DELETE"] -> carriedOut ("X-Total-Count", "5")
    | otherwise -> respond (responseLBS status405 [] "")
  ("/vary", _) -> carriedOut ("Vary", "Accept-Language")
  ("/moved", _) -> respond (responseLBS status302 [("Location", "/items")] "")
  ("/boom", _) -> throwIO (ErrorCall "uncaught")
  _ -> respond (responseLBS status404 [] "")
  where
    carriedOut header = respond (responseLBS status200 [header] "[\"carried out\"]")

main :: IO ()
main = do
  intent <- getEnv "INTENT"
  port <- read <$> getEnv "PORT"
  let settings = setPort port (setHost (fromString "127.0.0.1") (setOnException (\_ _ -> pure ()) defaultSettings))
      middleware = if intent == "declared" then cors (const (Just declared)) else simpleCors
  runSettings settings (middleware api)
