<?php
/*
Plugin Name: mailtls
Description: [mailtls lang="en"] shows the mail analyser in a sandboxed frame.
Version: 1.0
*/

add_shortcode( 'mailtls', function ( $attributes ) {
	$attributes = shortcode_atts( array( 'lang' => 'en', 'theme' => 'auto' ), $attributes, 'mailtls' );
	$address    = add_query_arg( array_map( 'rawurlencode', $attributes ), 'https://tools.example.org/mailtls/embed.html' );
	return sprintf(
		'<iframe src="%s" title="mailtls: why mail to Microsoft 365 fails" sandbox="allow-scripts allow-downloads"' .
		' allow="clipboard-write" referrerpolicy="no-referrer" width="100%%" height="900" frameborder="0"></iframe>',
		esc_url( $address )
	);
} );
