# Files that carry their version in their name never change; the others are asked for anew.
aws s3 sync dist/ s3://BUCKET/mailtls/ --exclude "*-[0-9]*.[0-9]*.[0-9]*.*" --cache-control "no-cache"
aws s3 sync dist/ s3://BUCKET/mailtls/ --exclude "*" --include "*-[0-9]*.[0-9]*.[0-9]*.*" --cache-control "public, max-age=31536000, immutable"
